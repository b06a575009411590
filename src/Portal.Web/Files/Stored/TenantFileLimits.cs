using Portal.Rules.Files;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Files.Stored;

/// <summary>A tenant's own figures as the rules want them.</summary>
public static class TenantFileLimits
{
    private const long Megabyte = 1024 * 1024;

    public static FileLimits Limits(this FilesProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return FileLimits.Usual with
        {
            LargestFile = profile.LargestMegabytes * Megabyte,
            MostFiles = profile.Most,
            Kinds = profile.Kinds ?? FileLimits.Usual.Kinds,
        };
    }

    internal static long Room(this FilesProfile profile) => profile.RoomMegabytes * Megabyte;
}
