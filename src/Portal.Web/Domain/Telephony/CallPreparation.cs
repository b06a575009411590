using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Domain.Telephony;

/// <summary>
/// The costly part of a post: hashes, made with neither connection nor lock, one at a time of each caller.
/// </summary>
public sealed class CallPreparation(PortalDbContext db, UnitOfWork work, ContractAccounts accounts, HashTurns turns,
    PasswordHashing hashing)
{
    /// <summary>Compares and hashes what was keyed in, where the call waits for a password.</summary>
    /// <exception cref="TooBusyException">The turn did not come in time; the provider asks again.</exception>
    public async Task<PreparedEntry> PrepareAsync(VoicePost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var (call, last) = await work.RunAsync(() => ReadAsync(post));
        return call switch
        {
            { Step: CallStep.Password } => await FirstAsync(post, call, last),
            { Step: CallStep.Confirmation, EntryHash: { } hash } =>
                new(post.Turn, new CallEntry(post.Digits, false, await IsAsync(call, hash, post.Digits)), last?.Id, null),
            _ => new(post.Turn, new CallEntry(post.Digits, false, false), last?.Id, null),
        };
    }

    /// <summary>The last temporary password of the number whose password is set, dead or alive.</summary>
    public async Task<TemporaryPassword?> LastAsync(PhoneCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Target is { } target && await accounts.FindAsync(call.ContractId, target) is { } user
            ? await db.TemporaryPasswords.AsNoTracking().Where(row => row.UserId == user.Id).OrderByDescending(row => row.IssuedAt)
                .ThenByDescending(row => row.Id).FirstOrDefaultAsync()
            : null;
    }

    private async Task<(PhoneCall? Call, TemporaryPassword? Last)> ReadAsync(VoicePost post)
    {
        var call = await db.PhoneCalls.AsNoTracking().SingleOrDefaultAsync(row => row.CallId == post.CallId && row.Turn == post.Turn);
        return (call, call is null ? null : await LastAsync(call));
    }

    private async Task<PreparedEntry> FirstAsync(VoicePost post, PhoneCall call, TemporaryPassword? last)
    {
        var entry = new CallEntry(post.Digits, false, false);
        if (DigitPasswords.Find(entry, call.Target!) is not null)
        {
            return new PreparedEntry(post.Turn, entry, last?.Id, null);
        }

        entry = entry with { IsLastTemporary = last is not null && await IsAsync(call, last.Hash, post.Digits) };
        return new PreparedEntry(post.Turn, entry, last?.Id, await InTurnAsync(call, () => hashing.Hash(post.Digits)));
    }

    private Task<bool> IsAsync(PhoneCall call, string hash, string digits) => digits.Length == DigitPasswords.Length
        ? InTurnAsync(call, () => hashing.Verify(hash, digits) != PasswordVerificationResult.Failed)
        : Task.FromResult(false);

    private async Task<T> InTurnAsync<T>(PhoneCall call, Func<T> costly)
    {
        using var place = await turns.EnterAsync(HashQueue.Known, "call/" + call.Caller) ?? throw new TooBusyException();
        return costly();
    }
}
