using System.Net;
using MailKit.Security;
using Portal.Rules.Text;
using Portal.Web.Mail.Bounces;

namespace Portal.Web.Mail.Smtp;

/// <summary>The server that takes mail for delivery (submission).</summary>
public sealed class SmtpOptions
{
    private const int SubmissionsPort = 465;
    private const int LongestLocalPart = 64;

    /// <summary>Its host name. Without one, demonstration mode keeps mail in its own mailbox.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>A token instead of a password.</summary>
    public SmtpOAuthOptions OAuth { get; set; } = new();

    /// <summary>
    /// True refuses to send when the server offers no STARTTLS or its certificate is not trusted (ML-09).
    /// </summary>
    public bool StartTls { get; set; } = true;

    /// <summary>TLS from the first byte, instead of STARTTLS; unset, where the port is 465 (RFC 8314).</summary>
    public bool? ImplicitTls { get; set; }

    /// <summary>True refuses a certificate that was revoked, and one of which that cannot be learnt.</summary>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>
    /// Where failed deliveries are reported (the envelope's sender); the visible sender's address without it. With
    /// <see cref="BounceTag.Place"/> in it each mail has a return path of its own, and reports that are handed to
    /// "hooks/bounces" flag the recipient's address (ML-05).
    /// </summary>
    public string? BounceAddress { get; set; }

    /// <summary>Seconds for one mail, 1 to 25: two in a row must end within the lease of a row.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary><see cref="BounceAddress"/> where it has a place for tags.</summary>
    internal string? TaggedBounceAddress =>
        BounceAddress?.Contains(BounceTag.Place, StringComparison.Ordinal) == true ? BounceAddress : null;

    internal bool IsUsed => !string.IsNullOrEmpty(Host);

    /// <summary>Name and port for people; null when mail is caught.</summary>
    internal string? Server => IsUsed ? $"{Host}:{Port}" : null;

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    // "When available" is no choice: whoever strips the offer of STARTTLS would read every mail (ML-09).
    internal SecureSocketOptions Encryption => this switch
    {
        _ when ImplicitTls ?? Port == SubmissionsPort => SecureSocketOptions.SslOnConnect,
        { StartTls: true } => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    internal string? Problem()
    {
        const string Name = MailOptions.Section + ":Smtp:";
        return this switch
        {
            { Port: < 1 or > 65535 } => Name + "Port must be 1 to 65535.",
            { TimeoutSeconds: < 1 or > 25 } => Name + "TimeoutSeconds must be 1 to 25.",
            { BounceAddress.Length: > 0 } when !IsReturnPath(BounceAddress) =>
                Name + $"BounceAddress must be an e-mail address, with {BounceTag.Place} at most 64 signs before its @: the tag has "
                + $"{BounceTag.Length}.",
            _ when OAuth.Problem() is { } problem => problem,
            { OAuth.IsUsed: true } when string.IsNullOrEmpty(User) => $"{Name}User must be set with {Name}OAuth: whose mailbox sends.",
            { OAuth.IsUsed: true, Password.Length: > 0 } => $"{Name}Password must not be set with {Name}OAuth: a token takes its place.",
            { OAuth.IsUsed: false } when string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password) =>
                $"{Name}User and {Name}Password must be set together.",
            { Encryption: SecureSocketOptions.None, User.Length: > 0 } when !IsLoopback =>
                $"{Name}StartTls must be true where {Name}User is set: the password or token would travel in clear.",
            _ => null,
        };
    }

    internal string? ReturnPathOf(OutgoingMail mail) => TaggedBounceAddress is not { } pattern ? BounceAddress
        : mail.ReturnTag is { } tag ? pattern.Replace(BounceTag.Place, tag, StringComparison.Ordinal) : null;

    // As it will be with a tag: a local part has at most 64 signs (RFC 5321).
    private static bool IsReturnPath(string address)
    {
        var example = address.Replace(BounceTag.Place, new string('0', BounceTag.Length), StringComparison.Ordinal);
        return EmailAddress.IsAcceptable(example) && example.IndexOf('@', StringComparison.Ordinal) <= LongestLocalPart;
    }

    private bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
