namespace Portal.Architecture.Tests.House.Fixtures.Mail;

internal static class Mailer
{
    public static void Send() => Console.WriteLine();
}
