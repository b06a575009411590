namespace Portal.Web.Tenancy;

/// <summary>Names of features, as profiles list them and pages ask for them.</summary>
public static class TenantFeatures
{
    public const string Menu = "menu";
    public const string Lines = "lines";
    public const string Operators = "operators";
    public const string Password = "password";
    public const string AuthenticationUnits = "authenticationUnits";
    public const string LinkedAdministrators = "linkedAdministrators";
    public const string OptionServices = "optionServices";
    public const string Cases = "cases";
    public const string Orders = "orders";
    public const string Announcements = "announcements";
    public const string Knowledge = "knowledge";
    public const string Points = "points";
    public const string WorkRequests = "workRequests";
    public const string Contracts = "contracts";
    public const string Search = "search";
    public const string Help = "help";

    /// <summary>Not listed in a profile: there wherever its policy of second factors is not "off".</summary>
    public const string SecondFactor = "secondFactor";
}
