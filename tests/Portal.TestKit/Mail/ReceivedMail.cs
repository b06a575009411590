namespace Portal.TestKit.Mail;

/// <param name="Data">The message as sent, dots unstuffed.</param>
/// <param name="User">Who had signed in, if anyone.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Data, bool Tls, string? User)
{
    public MimeText Text => MimeText.Parse(Data);
}
