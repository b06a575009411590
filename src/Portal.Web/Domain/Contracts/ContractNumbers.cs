using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Rules.Delegation;
using Portal.Rules.Provisioning;
using Portal.Rules.Telephony;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Contracts;

public abstract record NumbersOutcome
{
    private NumbersOutcome()
    {
    }

    public sealed record Done : NumbersOutcome;

    /// <summary>Contracts of the tenant have these already, or somebody signs in with them.</summary>
    public sealed record InUse(IReadOnlyList<string> Numbers) : NumbersOutcome;

    /// <summary>Each has an ID, and the contract may not have that many.</summary>
    public sealed record TooManyIds(int Limit) : NumbersOutcome;

    /// <summary>The line is none of the contract's.</summary>
    public sealed record NoSuchLine : NumbersOutcome;

    /// <summary>It stays, and why.</summary>
    public sealed record Stays(NumberLeave Why) : NumbersOutcome;

    /// <summary>The contract has no such number any more.</summary>
    public sealed record Gone : NumbersOutcome;
}

/// <summary>Gives a contract numbers and takes them away, after it was opened (ADMIN-4).</summary>
public sealed class ContractNumbers(PortalDbContext db, AccountLocks locks, NumberRows rows, RemovalService removal, AuditLog audit,
    CurrentTenant tenant, TenantClock clock)
{
    private const string Savepoint = "add-numbers";

    private bool NumbersSignIn => FirstUsers.WayIn(tenant.Value) == FirstPasswordWay.Phone;

    /// <param name="numbers">National digits, each once.</param>
    /// <param name="lineId">The line they are on; null for a new one.</param>
    public async Task<NumbersOutcome> AddAsync(Guid contractId, IReadOnlyList<string> numbers, Guid? lineId, string reason)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        await locks.ContractAsync(contractId);
        var contract = await db.Contracts.SingleAsync(row => row.Id == contractId);
        var line = await db.ContractLines.SingleOrDefaultAsync(row => row.Id == lineId && row.ContractId == contractId);
        if (lineId is not null && line is null)
        {
            return new NumbersOutcome.NoSuchLine();
        }

        if (await RefusalAsync(contract, numbers) is { } refusal)
        {
            return refusal;
        }

        var transaction = await db.TransactionAsync();
        await db.SaveChangesAsync();
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            await rows.AddAsync(new NewNumbers(contract, numbers, NumbersSignIn, line, clock.Today));
        }
        catch (DbUpdateException e) when (DatabaseFailure.Of(e) == DatabaseFailureKind.Conflict)
        {
            // Another contract took one of them at the same moment, and the index decided.
            await transaction.RollbackToSavepointAsync(Savepoint);
            db.ChangeTracker.Clear();
            db.ForgetRecorded();
            return new NumbersOutcome.InUse(await rows.InUseAsync(numbers) is { Count: > 0 } taken ? taken : numbers);
        }

        audit.Record(ContractEvents.NumbersAdded, Subject(contract), reason, new
        {
            lineNumbers = string.Join(", ", numbers),
            lineName = line?.Name,
        });
        return new NumbersOutcome.Done();
    }

    /// <summary>With the ID that signs in with it, if any.</summary>
    public async Task<NumbersOutcome> RemoveAsync(Guid contractId, Guid numberId, string reason)
    {
        await locks.ContractAsync(contractId);
        var contract = await db.Contracts.SingleAsync(row => row.Id == contractId);
        if (await db.LineNumbers.SingleOrDefaultAsync(row => row.Id == numberId && row.ContractId == contractId) is not { } number)
        {
            return new NumbersOutcome.Gone();
        }

        var settings = await db.OptionSettings.Where(row => row.NumberId == numberId).ToListAsync();
        var others = await db.LineNumbers.CountAsync(row => row.ContractId == contractId && row.Id != numberId);
        var leave = NumberRules.Leave(new LeavingNumber(number.Kind, others, NumbersSignIn, settings.Exists(IsAbout)));
        if (leave != NumberLeave.Allowed)
        {
            return new NumbersOutcome.Stays(leave);
        }

        if (number.UserId is { } userId && !await RemoveIdAsync(number, userId, reason))
        {
            return new NumbersOutcome.Stays(NumberLeave.IsLast);
        }

        db.OptionSettings.RemoveRange(settings);
        db.LineNumbers.Remove(number);
        await db.SaveChangesAsync();

        // A line stands for its numbers; one that never had a number is not touched here.
        if (!await db.LineNumbers.AnyAsync(row => row.LineId == number.LineId))
        {
            db.ContractLines.Remove(await db.ContractLines.SingleAsync(row => row.Id == number.LineId));
        }

        audit.Record(ContractEvents.NumbersRemoved, Subject(contract), reason, new { lineNumbers = E164.National(number.Number) });
        return new NumbersOutcome.Done();
    }

    private async Task<NumbersOutcome?> RefusalAsync(Contract contract, IReadOnlyList<string> numbers)
    {
        if (await rows.InUseAsync(numbers) is { Count: > 0 } taken)
        {
            return new NumbersOutcome.InUse(taken);
        }

        var ids = rows.IdsOf(numbers.Count, NumbersSignIn);
        var members = ids == 0 ? 0 : await db.Users.CountAsync(row => row.ContractId == contract.Id && row.Role == AccountRole.Member);
        return ids > 0 && members + ids > contract.AccountLimit ? new NumbersOutcome.TooManyIds(contract.AccountLimit) : null;
    }

    /// <summary>It is in use, or nobody knows yet whether the network has heard that it is not.</summary>
    private static bool IsAbout(OptionSetting setting) =>
        setting.IsInUse || setting.State is not (ProvisioningState.Kept or ProvisioningState.Applied);

    /// <summary>Whoever keeps the number's password would stay in an account that belongs to nobody's line.</summary>
    private async Task<bool> RemoveIdAsync(LineNumber number, Guid userId, string reason)
    {
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == userId);
        if (await removal.RemoveAsync(user, reason) != RemovalOutcome.Removed)
        {
            return false;
        }

        number.UserId = null;
        return true;
    }

    private static AuditSubject Subject(Contract contract) => new(null, contract.Number, contract.Id);
}
