using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Contracts;

/// <summary>
/// Opens a contract: holder, contract, numbers and first user come about together or not at all (ADMIN-4).
/// </summary>
public sealed class ContractOpening(PortalDbContext db, RegistrationService registration, InvitationService invitations,
    NumberRows numbers, LoginIdProbes probes, CurrentTenant tenant, AuditLog audit, AuditActor actor)
{
    private const string Savepoint = "open-contract";

    /// <param name="prepared">With a password where the tenant issues one (see <see cref="FirstUsers.WayIn"/>).</param>
    public async Task<OpeningOutcome> OpenAsync(NewContract asked, PreparedOpening prepared)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(prepared);
        var contract = Row(asked);
        if (await RefusalAsync(asked, contract.Id) is { } refusal)
        {
            return refusal;
        }

        var transaction = await db.TransactionAsync();
        await db.SaveChangesAsync();
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            await AddAsync(asked, contract);
            var outcome = await WithUserAsync(asked, contract, prepared);
            if (outcome is OpeningOutcome.Opened)
            {
                return outcome;
            }

            // Without its user the contract is not there either; that somebody tried a taken ID is recorded anew.
            await UndoAsync(transaction);
            return await RefusalAsync(asked, contract.Id) ?? outcome;
        }
        catch (DbUpdateException e) when (DatabaseFailure.Of(e) == DatabaseFailureKind.Conflict)
        {
            // Another contract took the number or the ID at the same moment, and the index decided. Where it has let go
            // of it again, it is a conflict all the same, and the page says so.
            await UndoAsync(transaction);
            if (await RefusalAsync(asked, contract.Id) is { } found)
            {
                return found;
            }

            throw;
        }
    }

    private async Task UndoAsync(IDbContextTransaction transaction)
    {
        await transaction.RollbackToSavepointAsync(Savepoint);
        db.ChangeTracker.Clear();
        db.ForgetRecorded();
    }

    private async Task<OpeningOutcome?> RefusalAsync(NewContract asked, Guid id)
    {
        if (await db.Contracts.AnyAsync(row => row.Number == asked.Number))
        {
            return new OpeningOutcome.NumberTaken();
        }

        if (IdsOf(asked) is var ids && ids > asked.AccountLimit)
        {
            return new OpeningOutcome.TooManyIds(ids);
        }

        if (await numbers.InUseAsync(asked.Numbers) is { Count: > 0 } inUse)
        {
            return new OpeningOutcome.NumbersInUse(inUse);
        }

        if (asked.User is null)
        {
            return null;
        }

        if (await probes.LeftAsync() == 0)
        {
            return new OpeningOutcome.TooManyProbes();
        }

        var account = Account(asked.User, id);
        if (!await probes.IsTakenAsync(account))
        {
            return null;
        }

        probes.Record(account.LoginId, id);
        return new OpeningOutcome.IdTaken();
    }

    private Contract Row(NewContract asked) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = asked.Number,
        Service = asked.Service,
        StartsOn = asked.StartsOn,
        AccountLimit = asked.AccountLimit,
        ChangedBy = actor.Name,
    };

    private async Task AddAsync(NewContract asked, Contract contract)
    {
        contract.Holder = asked.Known is { } known ? await db.Holders.SingleAsync(row => row.Id == known) : NewHolder(asked.Holder);
        contract.HolderId = contract.Holder.Id;
        db.Contracts.Add(contract);
        await db.SaveChangesAsync();
        await numbers.AddAsync(new NewNumbers(contract, asked.Numbers, asked.User is null, Line: null, contract.StartsOn));
        audit.Record(ContractEvents.Opened, new AuditSubject(null, contract.Number, contract.Id), details: new
        {
            holderName = contract.Holder.Name,
            serviceName = contract.Service,
            accountLimit = contract.AccountLimit,
            startsOn = contract.StartsOn,
            firstUser = asked.User?.LoginId,
            lineNumbers = asked.Numbers.Count > 0 ? string.Join(", ", asked.Numbers) : null,
        });
    }

    private Holder NewHolder(HolderDetails details)
    {
        var holder = new Holder
        {
            Id = Guid.CreateVersion7(),
            Name = details.Name,
            NameKana = details.NameKana,
            Address = details.Address,
            Language = details.Language,
            ChangedBy = actor.Name,
        };
        db.Holders.Add(holder);
        return holder;
    }

    /// <summary>Of those that the limit counts: a manager is not among them (OPER-5).</summary>
    private int IdsOf(NewContract asked) =>
        (asked.User is { Role: AccountRole.Member } ? 1 : 0) + numbers.IdsOf(asked.Numbers.Count, asked.User is null);

    private async Task<OpeningOutcome> WithUserAsync(NewContract asked, Contract contract, PreparedOpening prepared)
    {
        if (asked.User is null)
        {
            return new OpeningOutcome.Opened(contract, null, null, Invited: false);
        }

        var account = new PreparedAccount(Account(asked.User, contract.Id), prepared.First, KeywordHash: null);
        switch (await registration.RegisterAsync(account, TemporaryPasswordOrigin.Staff))
        {
            case RegisterOutcome.Registered registered:
                return new OpeningOutcome.Opened(contract, registered.Password, registered.Issued.ExpiresAt, Invited: false);
            case RegisterOutcome.Added added:
                return new OpeningOutcome.Opened(contract, null, null, await invitations.InviteAsync(added.User) is not null);
            case RegisterOutcome.TooManyProbes:
                return new OpeningOutcome.TooManyProbes();
            case RegisterOutcome.LimitReached when tenant.Value.Door(asked.User.Door).Second is not null:
                // Its number signs in as many users of other contracts as a login ID may have.
                return new OpeningOutcome.NumberTaken();
            case RegisterOutcome.LimitReached:
                return new OpeningOutcome.TooManyIds(IdsOf(asked));
            default:
                // Taken by somebody, or by one of the numbers of the contract itself.
                return new OpeningOutcome.IdTaken();
        }
    }

    private static NewAccount Account(FirstUser user, Guid contractId) =>
        new(user.Door, user.LoginId, user.Role, contractId, user.Details, user.Email);
}
