namespace Portal.Web.Audit.Heads;

/// <summary>Where the newest seals are written down outside the database (AU-03).</summary>
public sealed class HeadOptions
{
    public const string Section = "Portal:Audit:Heads";

    /// <summary>At least so many bytes of a key.</summary>
    public const int ShortestKey = 32;

    /// <summary>Full path of a file that is only ever added to; null: none is written.</summary>
    public string? File { get; set; }

    /// <summary>Base64 of 32 bytes or more; without it a key of the ring's, which lies in the database.</summary>
    public string? Key { get; set; }

    /// <summary>How often a tenant's head is written at most; the first one at once.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Null where it is none or too short.</summary>
    internal byte[]? KeyBytes
    {
        get
        {
            var bytes = new byte[(Key?.Length ?? 0) + 1];
            return Convert.TryFromBase64String(Key ?? "", bytes, out var length) && length >= ShortestKey ? bytes[..length] : null;
        }
    }
}
