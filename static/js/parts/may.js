/* For the control room: whether who leads here may ever give this command. A trainee's page is told which ones the rulebook
   lends; what it refuses is not offered. */

export const may = (room, command) => !room.start.may || room.start.may.includes(command);
