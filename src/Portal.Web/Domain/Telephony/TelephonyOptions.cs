namespace Portal.Web.Domain.Telephony;

/// <summary>What voice providers and the portal share.</summary>
public sealed class TelephonyOptions
{
    public const string Section = "Portal:Telephony";

    /// <summary>The secret of every tenant in demonstration mode that has none of its own, so that anybody can drive a
    /// call with curl.</summary>
    public const string DemonstrationSecret = "demo-voice-secret";

    private const int ShortestSecret = 16;

    /// <summary>By the tenant's short name: with it the provider signs its posts.</summary>
    public IDictionary<string, string> Secrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A secret that can be guessed signs for everybody.</summary>
    internal bool HasSoundSecrets => Secrets.Values.All(secret => secret.Length >= ShortestSecret);
}
