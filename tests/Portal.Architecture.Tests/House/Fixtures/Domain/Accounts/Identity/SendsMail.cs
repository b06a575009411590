namespace Portal.Architecture.Tests.House.Fixtures.Domain.Accounts.Identity;

internal static class SendsMail
{
    public static async Task RunAsync()
    {
        await Task.Yield();
        Fixtures.Mail.Mailer.Send();
    }
}
