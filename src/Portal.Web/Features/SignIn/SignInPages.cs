using Portal.Web.Http;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn;

/// <summary>What a sign-in page shows around its form.</summary>
public sealed class SignInPages(CurrentTenant tenant)
{
    private TenantProfile Profile => tenant.Value.Profile;

    public DoorProfile? Find(string? path) => Profile.Doors.FirstOrDefault(door => door.Path == (path ?? ""));

    public SignInPage Fill(SignInPage page, DoorProfile door, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Door = door;
        page.OtherDoors = [.. Profile.Doors.Where(other => other.Key != door.Key)];
        page.MayRecover = Profile.Recovery is { Method: "keyword" };
        page.EndReason = EndedSession.From(context);
        return page;
    }
}
