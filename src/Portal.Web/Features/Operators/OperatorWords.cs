using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Operators;

/// <summary>The tenant's own words for the IDs of a contract: operators, users, contacts.</summary>
public sealed class OperatorWords(CurrentTenant tenant, IStringLocalizer<OperatorsText> text)
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

    /// <summary>
    /// Login ID and address together sign in, so that a new one is an address on the login ID there is (USER-1).
    /// </summary>
    public bool IsPair => tenant.Value.Door(Profile.Door).Second is not null;

    public bool Invites => Profile.FirstPassword == FirstPassword.Invitation;

    /// <summary>A person who is invited by name has both of them (CONT-2); an operator ID may be a desk.</summary>
    public bool NeedsGivenName => Invites && !IsPair;

    /// <summary>What the login ID is called at the door.</summary>
    public string DoorId => Title(tenant.Value.Door(Profile.Door).Identifier.Label.ToString());

    /// <summary>What tells one of them from the others.</summary>
    public string Named(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return IsPair && user.Email is { Length: > 0 } email ? EmailAddress.Readable(email) : user.UserName!;
    }

    /// <summary>A day, which has no time zone.</summary>
    public static string Date(DateOnly? day) =>
        day?.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "yyyy'/'MM'/'dd" : "d MMM yyyy",
            CultureInfo.CurrentCulture) ?? "";

    public bool HasField(string field) => Profile.Fields.Contains(field);

    /// <summary>What a field is called: the tenant's own word for it, or the usual one.</summary>
    /// <param name="field">A property of the form, as "FamilyName"; the profile's key begins with a small
    /// letter.</param>
    public string Label(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return Own(char.ToLowerInvariant(field[0]) + field[1..]) ?? text[field].Value;
    }

    public string Heading(string column) => column == "id" ? Id : Own(column) ?? text["Column." + column].Value;

    private string? Own(string key) => Profile.Labels?.TryGetValue(key, out var label) == true ? label.ToString() : null;

    private static string Title(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
