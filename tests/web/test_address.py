"""Where phones find the table when the laptop's networks come and go (D21)."""

from facilitator.web.address import ALONE, Addresses


class Laptop:
    """A laptop whose networks a test changes; `look` is what the house asks."""

    def __init__(self, *networks: str) -> None:
        self.networks = list(networks)
        self.addresses = Addresses("0.0.0.0", 8000, look=lambda: list(self.networks))

    def now_in(self, *networks: str) -> Addresses:
        self.networks = list(networks)
        self.addresses.read()
        return self.addresses


def test_a_laptop_without_a_network_says_that_no_phone_can_come():
    addresses = Laptop().addresses
    assert (addresses.alone, addresses.warning) == (True, ALONE)


def test_the_first_network_is_no_reason_for_alarm():
    addresses = Laptop().now_in("192.168.1.5")
    assert (addresses.phones, addresses.warning) == ("http://192.168.1.5:8000", "")


def test_a_network_that_comes_back_with_the_same_address_is_no_reason_for_alarm():
    laptop = Laptop("192.168.1.5")
    assert laptop.now_in().warning == ALONE
    assert laptop.now_in("192.168.1.5").warning == ""


def test_another_address_warns_and_names_it():
    addresses = Laptop("192.168.1.5").now_in("10.0.0.2")
    assert addresses.warning.startswith(f"Het adres van deze laptop is veranderd in {addresses.phones}")
    assert addresses.phones == "http://10.0.0.2:8000"
    assert addresses.knows("10.0.0.2:8000")
    assert not addresses.knows("192.168.1.5:8000")


def test_there_is_a_choice_between_several_networks():
    addresses = Laptop("10.0.0.2", "192.168.137.1").addresses
    assert (addresses.choices, addresses.phones) == (["10.0.0.2", "192.168.137.1"], "http://10.0.0.2:8000")
    addresses.choose("192.168.137.1")
    assert (addresses.phones, addresses.warning) == ("http://192.168.137.1:8000", "")
    addresses.choose("192.0.2.9")
    assert addresses.phones == "http://192.168.137.1:8000"


def test_one_network_or_a_public_address_leaves_nothing_to_choose():
    assert Laptop("10.0.0.2").addresses.choices == []
    assert Addresses("0.0.0.0", 8000, "https://tafel.example.nl", look=lambda: ["10.0.0.2", "10.0.0.3"]).choices == []


def test_a_chosen_network_that_goes_gives_way_to_another_with_a_warning():
    laptop = Laptop("10.0.0.2", "192.168.137.1")
    laptop.addresses.choose("192.168.137.1")
    addresses = laptop.now_in("10.0.0.2")
    assert (addresses.phones, bool(addresses.warning)) == ("http://10.0.0.2:8000", True)
