using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <param name="Compared">The hash that each account's password was compared with.</param>
/// <param name="Hashes">Of the password that all of them get, one each.</param>
public sealed record ProvenUnit(AuthenticationUnit From, AuthenticationUnit To, IReadOnlyDictionary<Guid, string> Compared,
    IReadOnlyDictionary<string, string> Hashes)
{
    public override string ToString() => nameof(ProvenUnit);
}

/// <summary>
/// Carries a judged change over its confirmation page: hashes, encrypted, bound to session and security stamp, for five
/// minutes. Nothing typed is kept anywhere.
/// </summary>
public sealed class UnitProof(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("Portal.AuthenticationUnit");

    public string Write(Session session, ProvenUnit proven)
    {
        ArgumentNullException.ThrowIfNull(session);
        var content = new Content(session.Id, session.SecurityStamp, proven, clock.GetUtcNow() + Life);
        return protector.Protect(JsonSerializer.Serialize(content));
    }

    /// <returns>Null when the proof is not of this session, out of date or forged.</returns>
    public ProvenUnit? Read(Session session, string? token)
    {
        ArgumentNullException.ThrowIfNull(session);
        try
        {
            var content = string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<Content>(protector.Unprotect(token));
            return content is not null && content.SessionId == session.Id && content.Stamp == session.SecurityStamp
                && clock.GetUtcNow() < content.Until ? content.Proven : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(Guid SessionId, string Stamp, ProvenUnit Proven, DateTimeOffset Until);
}
