namespace Portal.Web.Tenancy.Profiles;

/// <summary>Managers who work with several administrator IDs from one sign-in (LINK).</summary>
/// <param name="Door">Key of the door where they sign in with their e-mail address.</param>
/// <param name="AdministratorDoor">Key of the door whose IDs they link.</param>
/// <param name="ReconfirmDays">For how long a link goes on after its ID's password changed.</param>
/// <param name="MasterIds">The door takes an ID of the former site, too, where an account has one.</param>
/// <param name="Consent">Terms that older accounts of the provider's own mail domain agree to; null = none.</param>
public sealed record LinkedAdministratorsProfile(string Door, string AdministratorDoor, int ReconfirmDays = 30, bool MasterIds = false,
    ConsentProfile? Consent = null);

/// <param name="Version">Changes with the text; whoever agreed to another one is asked again.</param>
/// <param name="MailDomain">The provider's own.</param>
/// <param name="AccountsBefore">The cut-off date, in the tenant's zone: who came then or later is not asked.</param>
/// <param name="Summary">What it is about, in a few sentences.</param>
/// <param name="Text">The whole, a paragraph a line.</param>
public sealed record ConsentProfile(string Version, string MailDomain, DateOnly AccountsBefore, LocalText Summary, LocalText Text);
