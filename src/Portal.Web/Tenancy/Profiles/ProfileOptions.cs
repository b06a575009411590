namespace Portal.Web.Tenancy.Profiles;

public sealed class ProfileOptions
{
    /// <summary>Further folders with profile files, beside the shipped ones.</summary>
    public IList<string> ProfileFolders { get; } = [];
}
