namespace Portal.Architecture.Tests.House.Fixtures.Domain.Accounts.Identity;

internal sealed class Account;
