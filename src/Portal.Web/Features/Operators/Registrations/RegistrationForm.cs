using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Registrations;

public sealed class RegistrationForm : DetailsForm, IKeywordForm
{
    [InDraft]
    public string? LoginId { get; set; }

    [InDraft]
    public string? Email { get; set; }

    public string? Keyword { get; set; }

    public string? KeywordAgain { get; set; }

    public string? SealedKeyword { get; set; }

    [InDraft]
    public bool Administrator { get; set; }

    [InDraft]
    public bool RequireFactor { get; set; }

    /// <summary>Numbers of the contracts that it is to work for as well, as a member.</summary>
    [InDraft]
    public string[] Contracts { get; set; } = [];

    /// <summary>The one who registers, as it works for each of those that can be chosen.</summary>
    [BindNever]
    public IReadOnlyList<PortalUser> Elsewhere { get; set; } = [];

    /// <summary>Those that are chosen, as far as they can be.</summary>
    public IEnumerable<PortalUser> Chosen => Elsewhere.Where(each => Contracts.Contains(each.Contract!.Number));

    /// <summary>How many more IDs the contract may have.</summary>
    [BindNever]
    public int Room { get; set; }

    /// <summary>Number and holder of the contract that the new user will belong to.</summary>
    [BindNever]
    public string? Contract { get; set; }

    [BindNever]
    public bool MayGrantRole { get; set; }

    /// <summary>The policy leaves it open whether this user needs a second factor.</summary>
    [BindNever]
    public bool MayRequireFactor { get; set; }
}
