using Microsoft.EntityFrameworkCore;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Domain.Telephony;

/// <summary>
/// Answers the posts of a call (CALL-2, CALL-4). Where it stands is a row, so that any node goes on with it. Posts of
/// one contract take turns; each says which answer it follows, so that one that comes twice gets the same answer and
/// has no second effect, and one out of step has none at all (IV-W02, IV-W03, IV-W07).
/// </summary>
public sealed class CallService(PortalDbContext db, AccountLocks locks, CallFacts facts, CallPreparation preparation,
    ContractAccounts accounts, CallRecords records, TemporaryPasswordService temporary, PhonePasswordLinks asking, TimeProvider clock)
{
    /// <summary>
    /// For so long the last word is said once more: a provider that did not get it asks again before it gives up.
    /// </summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(20);

    /// <param name="prepared">From <see cref="CallPreparation"/>, made before this transaction.</param>
    /// <returns>Null where the call or the number has changed since that was made: prepare again.</returns>
    public async Task<VoiceOutcome?> AnswerAsync(VoicePost post, PreparedEntry prepared)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(prepared);
        return await FindAsync(post) is { } call ? await GoOnAsync(call, post, prepared) : await BeginAsync(post);
    }

    /// <summary>The call as it is under the lock of its contract.</summary>
    private async Task<PhoneCall?> FindAsync(VoicePost post)
    {
        var calls = db.PhoneCalls.Where(row => row.CallId == post.CallId);
        if (await calls.AsNoTracking().Select(row => (Guid?)row.ContractId).SingleOrDefaultAsync() is not { } contract)
        {
            return null;
        }

        await locks.ContractAsync(contract);
        return await calls.SingleAsync();
    }

    private async Task<VoiceOutcome?> BeginAsync(VoicePost post)
    {
        if (post.Turn != 0 || post.IsOver)
        {
            return new VoiceOutcome.Refused();
        }

        if (E164.Read(post.From) is not { } caller
            || await db.LineNumbers.AsNoTracking().SingleOrDefaultAsync(row => row.Number == caller) is not { } number)
        {
            return new VoiceOutcome.UnknownLine();
        }

        // The same first post at another node: whoever comes second finds the row of the first.
        await locks.ContractAsync(number.ContractId);
        if (await FindAsync(post) is { } begun)
        {
            return await GoOnAsync(begun, post, null);
        }

        var now = clock.GetUtcNow();
        var call = new PhoneCall
        {
            Id = Guid.CreateVersion7(),
            CallId = post.CallId,
            ContractId = number.ContractId,
            Caller = caller,
            StartedAt = now,
        };
        var line = db.LineNumbers.Where(row => row.LineId == number.LineId).Select(row => row.Number);
        var recent = Recent(number.ContractId);
        var turn = CallRules.Begin(await recent.CountAsync(row => line.Contains(row.Caller)), await recent.CountAsync());
        db.PhoneCalls.Add(call);
        return await StoreAsync(call, turn, now);
    }

    /// <summary>Calls that were turned away do not keep a line waiting any longer.</summary>
    private IQueryable<PhoneCall> Recent(Guid contractId)
    {
        var anHourAgo = clock.GetUtcNow().AddHours(-1);
        return db.PhoneCalls.Where(row => row.ContractId == contractId && row.StartedAt > anHourAgo
            && row.Remark != CallRemark.TooManyCalls);
    }

    private async Task<VoiceOutcome?> GoOnAsync(PhoneCall call, VoicePost post, PreparedEntry? prepared)
    {
        var now = clock.GetUtcNow();
        if (now - call.AnsweredAt > CallRules.Patience || (call.EndedAt is { } ended && now - ended > LastWord)
            || E164.Read(post.From) != call.Caller)
        {
            return new VoiceOutcome.Refused();
        }

        return (call.Turn - post.Turn) switch
        {
            _ when post.IsOver => await HangUpAsync(call, now),
            1 => await AnswerOfAsync(call),
            0 when call.Step != CallStep.Over => await HearAsync(call, prepared, now),
            _ => new VoiceOutcome.Refused(),
        };
    }

    private async Task<VoiceOutcome?> HearAsync(PhoneCall call, PreparedEntry? prepared, DateTimeOffset now)
    {
        if (prepared?.Turn != call.Turn || prepared.LastId != (await preparation.LastAsync(call))?.Id)
        {
            return null;
        }

        var state = new CallState(call.Step, call.Unit, call.Target, call.Wrong);
        var turn = CallRules.Next(state, await facts.ReadAsync(call.ContractId, call.Caller), prepared.Entry);
        if (turn.Remark == CallRemark.Done)
        {
            await SetPasswordAsync(call, prepared.Entry.Digits);
        }

        if (turn.Remark == CallRemark.Mailed && !await asking.AskAsync(call, (await accounts.FindAsync(call.ContractId, call.Target!))!))
        {
            turn = turn with { Remark = CallRemark.NotPossible };
        }

        call.EntryHash = turn switch
        {
            { State.Step: CallStep.Confirmation } => prepared.Hash,
            { Remark: CallRemark.Mailed } => call.EntryHash,
            _ => null,
        };
        return await StoreAsync(call, turn, now);
    }

    private async Task SetPasswordAsync(PhoneCall call, string digits)
    {
        var contract = await db.Contracts.SingleAsync(row => row.Id == call.ContractId);
        contract.AuthenticationUnit ??= call.Unit;
        var user = await accounts.EnsureAsync(contract, call.Target!);
        await temporary.IssueAsync(user.Id, new PreparedPassword(digits, call.EntryHash!), TemporaryPasswordOrigin.Phone);
    }

    private async Task<VoiceOutcome> StoreAsync(PhoneCall call, CallTurn turn, DateTimeOffset now)
    {
        (call.Step, call.Unit, call.Target, call.Wrong) = (turn.State.Step, turn.State.Unit, turn.State.Target, turn.State.Wrong);
        (call.Remark, call.Weakness, call.AnsweredAt) = (turn.Remark, turn.Weakness, now);
        call.Turn++;
        call.EndedAt = turn.State.Step == CallStep.Over ? now : null;
        await records.AnsweredAsync(call);
        return await AnswerOfAsync(call);
    }

    /// <summary>From the row alone, so that it is the same each time it is asked for.</summary>
    private async Task<VoiceOutcome> AnswerOfAsync(PhoneCall call) => new VoiceOutcome.Answer(call.Turn, call.Step, call.Remark,
        call.Weakness, call.Target, call.Unit,
        await db.Contracts.Where(row => row.Id == call.ContractId).Select(row => row.AuthenticationUnit).SingleAsync());

    private async Task<VoiceOutcome> HangUpAsync(PhoneCall call, DateTimeOffset now)
    {
        if (call.EndedAt is null)
        {
            await records.HungUpAsync(call);
        }

        // No post follows this turn: not even the last one is answered again.
        (call.Step, call.EntryHash, call.EndedAt, call.Turn) = (CallStep.Over, null, call.EndedAt ?? now, call.Turn + 2);
        return new VoiceOutcome.HungUp();
    }
}
