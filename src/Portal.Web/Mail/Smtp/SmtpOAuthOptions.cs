namespace Portal.Web.Mail.Smtp;

/// <summary>Where a token for the mail server is had, in exchange for a secret of this application alone.</summary>
public sealed class SmtpOAuthOptions
{
    private const string Name = MailOptions.Section + ":Smtp:OAuth:";

    /// <summary>The provider's token endpoint. Without it the mail server is shown a password.</summary>
    public Uri? TokenEndpoint { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What the token is for, in the provider's words; some ask for none.</summary>
    public string? Scope { get; set; }

    internal bool IsUsed => TokenEndpoint is not null;

    internal string? Problem() => this switch
    {
        { TokenEndpoint: null } => string.IsNullOrEmpty(ClientId) && string.IsNullOrEmpty(ClientSecret) ? null
            : Name + "TokenEndpoint must be set where there is a client.",
        { TokenEndpoint: { } endpoint } when !IsProtected(endpoint) =>
            Name + "TokenEndpoint must begin with https://: the secret would travel in clear.",
        _ when string.IsNullOrEmpty(ClientId) || string.IsNullOrEmpty(ClientSecret) =>
            $"{Name}ClientId and {Name}ClientSecret must be set with {Name}TokenEndpoint.",
        _ => null,
    };

    private static bool IsProtected(Uri endpoint) =>
        endpoint is { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true };
}
