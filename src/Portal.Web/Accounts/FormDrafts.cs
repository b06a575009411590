using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>What somebody had typed when the session ended under it: encrypted, one hour, for the same account alone (SAFE-3).</summary>
public sealed class FormDrafts(PortalDbContext db, UnitOfWork work, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Draft");

    /// <returns>The token for the browser, by which the draft is found again.</returns>
    public Task<string> KeepAsync(Guid userId, string path, IReadOnlyDictionary<string, string[]> fields) => work.RunAsync(() =>
    {
        var token = Tokens.Create();
        db.FormDrafts.Add(new FormDraft
        {
            Id = Guid.CreateVersion7(),
            TokenHash = Tokens.Hash(token),
            UserId = userId,
            Path = path,
            ProtectedFields = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(fields)),
            ExpiresAt = clock.GetUtcNow() + Life,
        });
        return Task.FromResult(token);
    });

    /// <summary>Hands a draft out once, to its account and on its page; inside the current transaction.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>?> TakeAsync(string token, Guid userId, string path)
    {
        var hash = Tokens.Hash(token);
        var now = clock.GetUtcNow();
        var draft = await db.FormDrafts.SingleOrDefaultAsync(row => row.TokenHash == hash && row.UserId == userId && row.Path == path && row.ExpiresAt > now);
        if (draft is null)
        {
            return null;
        }

        db.FormDrafts.Remove(draft);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(protector.Unprotect(draft.ProtectedFields));
    }
}
