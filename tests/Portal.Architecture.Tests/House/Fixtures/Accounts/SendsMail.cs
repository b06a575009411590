namespace Portal.Architecture.Tests.House.Fixtures.Accounts;

internal static class SendsMail
{
    public static async Task RunAsync()
    {
        await Task.Yield();
        Mail.Mailer.Send();
    }
}
