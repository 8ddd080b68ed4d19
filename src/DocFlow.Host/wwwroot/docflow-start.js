// As patient as the server: a computer that is busy for half a minute keeps its page, and no press is lost.
Blazor.start({ circuit: { configureSignalR: (connection) => connection.withServerTimeout(120000) } });
