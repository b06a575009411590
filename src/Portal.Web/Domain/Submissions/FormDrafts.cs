using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Domain.Submissions;

/// <summary>Who types, and for which contract; null for the staff.</summary>
public sealed record DraftAuthor(Guid UserId, Guid? ContractId);

/// <param name="Form">Which form it is, of a list that no browser makes longer.</param>
/// <param name="Path">The page that shows it again.</param>
public sealed record DraftPlace(DraftAuthor By, string Form, string Path);

/// <summary>A draft that was asked for on its page.</summary>
/// <param name="ContractId">The contract that it was typed for.</param>
/// <param name="Fields">Null while its author works for another one: it stays where it is.</param>
public sealed record DraftFound(Guid? ContractId, IReadOnlyDictionary<string, string[]>? Fields);

/// <summary>
/// What somebody had typed when the session ended under it: encrypted, one hour, for the same account and the same
/// contract alone, one for each form (SAFE-3).
/// </summary>
public sealed class FormDrafts(PortalDbContext db, UnitOfWork work, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>In bytes, of names and values together.</summary>
    public const int Largest = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly IDataProtector protector = protection.CreateProtector("Portal.Draft");

    /// <summary>Replaces the account's draft of this form: however often it is sent, there is one row.</summary>
    /// <returns>The token for the browser, by which the draft is
    /// found again; null where it is too large to be kept.</returns>
    public async Task<string?> KeepAsync(DraftPlace place, IReadOnlyDictionary<string, string[]> fields)
    {
        ArgumentNullException.ThrowIfNull(place);
        var content = JsonSerializer.SerializeToUtf8Bytes(new Kept(place.By.ContractId, fields), Json);
        if (content.Length > Largest)
        {
            return null;
        }

        var token = Tokens.Create();
        var draft = new FormDraft
        {
            Id = IdOf(place),
            TokenHash = Tokens.Hash(token),
            UserId = place.By.UserId,
            Path = place.Path,
            ProtectedFields = protector.Protect(content),
            ExpiresAt = clock.GetUtcNow() + Life,
        };
        if (!await ReplaceAsync(draft))
        {
            await AddAsync(draft);
        }

        return token;
    }

    /// <summary>Hands a draft out once, to its account and on its page; inside the current transaction.</summary>
    /// <param name="by">Who asks, as it works now: what was typed for one contract does not get into another.</param>
    public async Task<DraftFound?> RedeemAsync(string token, DraftAuthor by, string path)
    {
        ArgumentNullException.ThrowIfNull(by);
        var userId = by.UserId;
        var hash = Tokens.Hash(token);
        var now = clock.GetUtcNow();
        var draft = await db.FormDrafts.SingleOrDefaultAsync(row => row.TokenHash == hash && row.UserId == userId && row.Path == path
            && row.ExpiresAt > now);
        if (draft is null)
        {
            return null;
        }

        var (contract, fields) = JsonSerializer.Deserialize<Kept>(protector.Unprotect(draft.ProtectedFields), Json)!;
        if (contract != by.ContractId)
        {
            return new DraftFound(contract, null);
        }

        db.FormDrafts.Remove(draft);
        return new DraftFound(contract, fields);
    }

    private async Task AddAsync(FormDraft draft)
    {
        try
        {
            await work.RunAsync(() =>
            {
                db.FormDrafts.Add(draft);
                return Task.CompletedTask;
            });
        }
        catch (DbUpdateException e) when (DatabaseFailure.IsDuplicate(e))
        {
            // The same form, sent twice at the same moment.
            db.ChangeTracker.Clear();
            await ReplaceAsync(draft);
        }
    }

    private Task<bool> ReplaceAsync(FormDraft draft) => work.RunAsync(async () => await db.FormDrafts.Where(row => row.Id == draft.Id)
        .ExecuteUpdateAsync(set => set
            .SetProperty(row => row.TokenHash, draft.TokenHash)
            .SetProperty(row => row.Path, draft.Path)
            .SetProperty(row => row.ProtectedFields, draft.ProtectedFields)
            .SetProperty(row => row.ExpiresAt, draft.ExpiresAt)) == 1);

    /// <summary>The key says whose draft of which form it is, so that there cannot be two.</summary>
    private static Guid IdOf(DraftPlace place) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{place.By.UserId:N} {place.Form}")).AsSpan(0, 16));

    /// <summary>The contract lies with what was typed, and is as hidden.</summary>
    private sealed record Kept(Guid? ContractId, IReadOnlyDictionary<string, string[]>? Fields);
}
