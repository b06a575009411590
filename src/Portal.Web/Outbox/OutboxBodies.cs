using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Outbox;

public sealed record OutboxBody(string Text, string Html)
{
    /// <summary>Of a mail, the ids of the threads that it belongs to.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
}

/// <summary>
/// Keeps texts unreadable while they wait, each tenant's under a key of its own: they may hold a code (ML-06).
/// </summary>
public sealed class OutboxBodies(IDataProtectionProvider protection)
{
    public byte[] Protect(Guid tenantId, OutboxBody body) => Protector(tenantId).Protect(JsonSerializer.SerializeToUtf8Bytes(body));

    public OutboxBody Unprotect(Guid tenantId, byte[] text) => JsonSerializer.Deserialize<OutboxBody>(Protector(tenantId).Unprotect(text))!;

    /// <summary>The same for who only looks; null where the keys are lost or the bytes are not ours.</summary>
    public OutboxBody? TryUnprotect(Guid tenantId, byte[] text)
    {
        try
        {
            return Unprotect(tenantId, text);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid tenantId) => protection.CreateProtector("Portal.Outbox", tenantId.ToString());
}
