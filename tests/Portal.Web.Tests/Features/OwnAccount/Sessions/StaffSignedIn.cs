using Portal.TestKit.Web;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Features.OwnAccount.Sessions;

public sealed class StaffSignedIn : StaffTest
{
    [Fact]
    public async Task HIST_1_TheStaffSeesItsOwnToo()
    {
        var agent = await AgentAsync();
        (await agent.GetAsync("/admin/account/sessions")).ShouldBeOk().ShouldShow("この端末");
    }
}
