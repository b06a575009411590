using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Outbox;

public sealed record OutboxBody(string Text, string Html);

/// <summary>Keeps texts unreadable while they wait, each tenant's under a key of its own: they may hold a code (ML-06).</summary>
public sealed class OutboxBodies(IDataProtectionProvider protection)
{
    public byte[] Protect(Guid tenantId, OutboxBody body) => Protector(tenantId).Protect(JsonSerializer.SerializeToUtf8Bytes(body));

    public OutboxBody Unprotect(Guid tenantId, byte[] text) => JsonSerializer.Deserialize<OutboxBody>(Protector(tenantId).Unprotect(text))!;

    private IDataProtector Protector(Guid tenantId) => protection.CreateProtector("Portal.Outbox", tenantId.ToString());
}
