using System.Net;
using Portal.Web.Mail.Caps;

namespace Portal.Web.Mail;

public sealed class MailOptions
{
    public const string Section = "Portal:Mail";

    public SmtpOptions Smtp { get; set; } = new();

    public MailCapOptions Caps { get; set; } = new();
}

/// <summary>The server that takes mail for delivery (submission).</summary>
public sealed class SmtpOptions
{
    /// <summary>Its host name. Without one, demonstration mode keeps mail in its own mailbox.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>
    /// True refuses to send when the server offers no STARTTLS or its certificate is not trusted (ML-09).
    /// </summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Seconds for one mail, 1 to 25: two in a row must end within the lease of a row.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    internal bool IsUsed => !string.IsNullOrEmpty(Host);

    /// <summary>Name and port for people; null when mail is caught.</summary>
    internal string? Server => IsUsed ? $"{Host}:{Port}" : null;

    internal string? Problem()
    {
        const string Name = MailOptions.Section + ":Smtp:";
        return this switch
        {
            { Port: < 1 or > 65535 } => Name + "Port must be 1 to 65535.",
            { TimeoutSeconds: < 1 or > 25 } => Name + "TimeoutSeconds must be 1 to 25.",
            _ when string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password) => $"{Name}User and {Name}Password must be set together.",
            { StartTls: false, User.Length: > 0 } when !IsLoopback =>
                $"{Name}StartTls must be true where {Name}User is set: the password would travel in clear.",
            _ => null,
        };
    }

    private bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
