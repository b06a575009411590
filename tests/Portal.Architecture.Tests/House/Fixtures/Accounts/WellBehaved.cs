namespace Portal.Architecture.Tests.House.Fixtures.Accounts;

internal static class WellBehaved
{
    public static int Save() => new Data.Row().Save();
}
