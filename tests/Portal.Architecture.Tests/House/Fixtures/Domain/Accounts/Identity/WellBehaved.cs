namespace Portal.Architecture.Tests.House.Fixtures.Domain.Accounts.Identity;

internal static class WellBehaved
{
    public static int Save() => new Fixtures.Data.Row().Save();
}
