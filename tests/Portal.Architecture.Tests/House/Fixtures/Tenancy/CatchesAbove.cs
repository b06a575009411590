namespace Portal.Architecture.Tests.House.Fixtures.Tenancy;

internal static class CatchesAbove
{
    public static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Domain.Accounts.Identity.AccountException)
        {
            Console.WriteLine();
        }
    }
}
