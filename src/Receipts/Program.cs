return Receipts.CommandLine.ReceiptsCommand.Run(args, Console.Out, Console.Error);
