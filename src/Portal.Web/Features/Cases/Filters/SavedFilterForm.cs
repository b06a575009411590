using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>A filter under a name.</summary>
public sealed class SavedFilterForm
{
    public string? Name { get; set; }

    public bool Shared { get; set; }

    /// <summary>Of the list that it was saved from; read anew, and kept in its one form.</summary>
    public string? Query { get; set; }

    public int Version { get; set; }

    /// <summary>Null for one that is new.</summary>
    [BindNever]
    public SavedCaseFilter? Row { get; set; }
}

/// <param name="Filters">With what they ask for, in words.</param>
/// <param name="Failed">The form that could not be saved, to be corrected.</param>
public sealed record SavedFiltersPage(IReadOnlyList<SavedFilterLine> Filters, SavedFilterForm? Failed = null);

/// <param name="MayChange">The reader is its owner, or manages the contract.</param>
public sealed record SavedFilterLine(SavedCaseFilter Row, string Words, bool MayChange);
