using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases.Filters;

public enum SavedFilterOutcome
{
    Done,
    Unchanged,

    /// <summary>The owner has one of that name in this contract.</summary>
    NameTaken,

    /// <summary>The owner has as many as one may have in a contract.</summary>
    TooMany,

    /// <summary>Somebody changed it since the page was opened.</summary>
    Conflict,

    /// <summary>Somebody deleted it, or shares it no more.</summary>
    Gone,
}

/// <summary>Filters that people keep under a name and share within their contract (CASE-5).</summary>
public sealed class SavedFilters(PortalDbContext db, KeyLock turns, AuditLog audit, TimeProvider clock)
{
    /// <summary>One's own, and those that colleagues share.</summary>
    public IQueryable<SavedCaseFilter> SeenBy(CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (me, contract) = (reader.UserId, reader.ContractId);
        return db.SavedCaseFilters.Where(row => row.ContractId == contract && (row.OwnerId == me || row.IsShared));
    }

    /// <summary>Its owner, and for what is shared the contract's managers.</summary>
    public static bool MayChange(CaseReader reader, SavedCaseFilter row)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(row);
        return row.OwnerId == reader.UserId || (row.IsShared && reader.IsManager);
    }

    /// <param name="query">In the one form that the list writes.</param>
    public async Task<SavedFilterOutcome> SaveAsync(CaseReader reader, string name, string query, bool isShared)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await EnterAsync(reader.UserId);
        if (await db.SavedCaseFilters.CountAsync(Of(reader.UserId, reader.ContractId)) >= CaseLimits.SavedFilters)
        {
            return SavedFilterOutcome.TooMany;
        }

        if (await IsTakenAsync(reader.UserId, reader.ContractId, name, null))
        {
            return SavedFilterOutcome.NameTaken;
        }

        var row = new SavedCaseFilter
        {
            Id = Guid.CreateVersion7(),
            ContractId = reader.ContractId,
            OwnerId = reader.UserId,
            Name = name,
            Query = query,
            IsShared = isShared,
            CreatedAt = clock.GetUtcNow(),
        };
        db.SavedCaseFilters.Add(row);
        Record(CaseEvents.FilterSaved, row, new { shared = isShared });
        return SavedFilterOutcome.Done;
    }

    /// <param name="seen">As its page showed it.</param>
    public async Task<SavedFilterOutcome> ChangeAsync(CaseReader reader, SavedCaseFilter seen, int version, string name, bool isShared)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (await LockAsync(reader, seen) is not { } row)
        {
            return SavedFilterOutcome.Gone;
        }

        if (row.Version != version)
        {
            return SavedFilterOutcome.Conflict;
        }

        if (await IsTakenAsync(row.OwnerId, row.ContractId, name, row.Id))
        {
            return SavedFilterOutcome.NameTaken;
        }

        if (row.Name == name && row.IsShared == isShared)
        {
            return SavedFilterOutcome.Unchanged;
        }

        Record(CaseEvents.FilterChanged, row, new
        {
            changes = new { filterName = new[] { row.Name, name }, shared = new[] { row.IsShared, isShared } },
        });
        (row.Name, row.IsShared) = (name, isShared);
        row.Version++;
        return SavedFilterOutcome.Done;
    }

    /// <param name="seen">As its page showed it.</param>
    public async Task<SavedFilterOutcome> DeleteAsync(CaseReader reader, SavedCaseFilter seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (await LockAsync(reader, seen) is not { } row)
        {
            return SavedFilterOutcome.Gone;
        }

        db.SavedCaseFilters.Remove(row);
        Record(CaseEvents.FilterDeleted, row);
        return SavedFilterOutcome.Done;
    }

    // Those who change filters of one owner take turns, so that bound and names hold.
    private Task EnterAsync(Guid owner) => turns.EnterAsync($"cases/filters/{owner:N}");

    private async Task<SavedCaseFilter?> LockAsync(CaseReader reader, SavedCaseFilter seen)
    {
        await EnterAsync(seen.OwnerId);
        return await SeenBy(reader).SingleOrDefaultAsync(row => row.Id == seen.Id) is { } row && MayChange(reader, row) ? row : null;
    }

    private Task<bool> IsTakenAsync(Guid owner, Guid contract, string name, Guid? but) =>
        db.SavedCaseFilters.Where(Of(owner, contract)).AnyAsync(row => row.Name == name && row.Id != but);

    // Somebody with several contracts has a list in each.
    private static Expression<Func<SavedCaseFilter, bool>> Of(Guid owner, Guid contract) =>
        row => row.OwnerId == owner && row.ContractId == contract;

    private void Record(string kind, SavedCaseFilter row, object? details = null) =>
        audit.Record(kind, new AuditSubject(null, row.Name, row.ContractId), details: details);
}
