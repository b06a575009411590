using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Tenancy;

/// <summary>The profile files as they lie beside the program.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Tenancy", "Profiles");

    public static PortalTenant Tenant(string slug)
    {
        var file = Path.Combine(Folder, slug + ".json");
        return new PortalTenant(Guid.NewGuid(), suspended: false, version: 1, ProfileJson.Read(File.ReadAllText(file), file));
    }

    public static string Text(string slug) => File.ReadAllText(Path.Combine(Folder, slug + ".json"));
}
