namespace Portal.Web.Tests.Features.Shared;

/// <summary>The page that a proxy shows while no node is there.</summary>
public sealed class MaintenancePage
{
    [Fact]
    public void REL_2_ItNeedsNoOtherFile()
    {
        var page = File.ReadAllText(Path.Combine(Portal.TestKit.Repository.Root, "src", "Portal.Web", "wwwroot", "maintenance.html"));

        page.ShouldContain("<style>");
        page.ShouldNotContain("src=");
        page.ShouldNotContain("url(");
        page.ShouldNotContain("stylesheet");
        page.Replace("href=\"data:", "", StringComparison.Ordinal).ShouldNotContain("href=");
    }
}
