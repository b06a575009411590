namespace Portal.Web.Tenancy.Profiles;

public sealed class ProfileOptions
{
    public const string Section = "Portal";

    /// <summary>Further folders with profile files, beside the shipped ones.</summary>
    public IList<string> ProfileFolders { get; } = [];
}
