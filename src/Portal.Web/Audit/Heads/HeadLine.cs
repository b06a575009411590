using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Rules.Audit;

namespace Portal.Web.Audit.Heads;

/// <summary>A line of the file: a head, whose it is in words, and its signature.</summary>
internal sealed record HeadLine(
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("tenant")] string Slug,
    [property: JsonPropertyName("tenantId")] Guid TenantId,
    [property: JsonPropertyName("seal")] long Seal,
    [property: JsonPropertyName("last")] long Last,
    [property: JsonPropertyName("hash")] string Hash,
    [property: JsonPropertyName("sealedAt")] DateTimeOffset SealedAt,
    [property: JsonPropertyName("mac")] string Mac)
{
    public static string Write(string slug, ChainHead head, HeadSigner signer)
    {
        var (hash, mac) = (Convert.ToHexStringLower(head.Hash), Convert.ToHexStringLower(signer.Sign(head)));
        return JsonSerializer.Serialize(
            new HeadLine(EventMark.Version, slug, head.Tenant, head.Number, head.Last, hash, head.SealedAt, mac));
    }

    /// <returns>Null for what is no line of this file at all.</returns>
    public static HeadLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HeadLine>(line) is { Hash: not null, Mac: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null where its signature is not of this portal.</returns>
    public ChainHead? Verify(HeadSigner signer)
    {
        try
        {
            var head = new ChainHead(TenantId, Seal, Last, Convert.FromHexString(Hash), SealedAt);
            return Version == EventMark.Version && signer.IsOf(head, Convert.FromHexString(Mac)) ? head : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
