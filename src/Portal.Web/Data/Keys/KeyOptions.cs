namespace Portal.Web.Data.Keys;

/// <summary>
/// What the key ring is encrypted with. Needed before there are services, so a start reads it at once.
/// </summary>
public sealed class KeyOptions
{
    public const string Section = "Portal:DataProtection";

    /// <summary>A PKCS #12 file with its private key; without one the ring lies in the database in clear.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }
}
