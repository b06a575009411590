using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>
/// Carries a judged change over its confirmation page: the hash of the new password, encrypted, bound to session and
/// security stamp, for five minutes. Nothing typed is kept anywhere.
/// </summary>
public sealed class PasswordChangeProof(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("Portal.PasswordChange");

    public string Write(Session session, string hash)
    {
        ArgumentNullException.ThrowIfNull(session);
        return protector.Protect(JsonSerializer.Serialize(new Content(session.Id, session.SecurityStamp, hash, clock.GetUtcNow() + Life)));
    }

    /// <returns>The hash, or null when the proof is not of this session, out of date or forged.</returns>
    public string? Read(Session session, string? token)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var content = JsonSerializer.Deserialize<Content>(protector.Unprotect(token))!;
            return content.SessionId == session.Id && content.Stamp == session.SecurityStamp && clock.GetUtcNow() < content.Until
                ? content.Hash
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(Guid SessionId, string Stamp, string Hash, DateTimeOffset Until);
}
