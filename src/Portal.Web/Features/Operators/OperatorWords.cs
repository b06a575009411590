using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Operators;

/// <summary>The tenant's own words for the IDs of a contract: operators, users, contacts.</summary>
public sealed class OperatorWords(CurrentTenant tenant, DetailsInput details, IStringLocalizer<OperatorsText> text)
{
    public OperatorsProfile Profile =>
        tenant.Value.Profile.Operators ?? throw new InvalidOperationException("The tenant has no words for the IDs of a contract.");

    /// <summary>As inside a sentence, like the other two.</summary>
    public string One => FormWords.InSentence(Profile.One.ToString());

    public string Many => FormWords.InSentence(Profile.Many.ToString());

    public string Manager => FormWords.InSentence(Profile.Manager.ToString());

    /// <summary>Who else can do what one may not do to oneself.</summary>
    public string WhoElse => Profile.EveryUser ? One : Manager;

    public string Id => Title(Profile.Id.ToString());

    public string ManagerTitle => Title(Manager);

    public string ManyTitle => Title(Many);

    public string IdHint => Profile.IdHint?.ToString() ?? "";

    /// <summary>Of what is known of the person behind an ID.</summary>
    public DetailsWords Details => field ??= details.Words(tenant.Value);

    public bool IsPair => Details.IsPair;

    public bool Invites => Details.Invites;

    /// <summary>What the login ID is called at the door.</summary>
    public string DoorId => Title(tenant.Value.Door(Profile.Door).Identifier.Label.ToString());

    /// <summary>What tells one of them from the others.</summary>
    public string Named(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return IsPair && user.Email is { Length: > 0 } email ? EmailAddress.Readable(email) : user.UserName!;
    }

    public bool HasField(string field) => Details.HasField(field);

    /// <inheritdoc cref="DetailsWords.Label"/>
    public string Label(string field) => Details.Label(field);

    public string Heading(string column) => column == "id" ? Id : Details.Own(column) ?? text["Column." + column].Value;

    private static string Title(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
