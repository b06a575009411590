using System.Net;
using Shouldly;

namespace Portal.TestKit.Web;

/// <summary>What a story about pages says; each returns the page, so that sentences can be joined.</summary>
public static class PortalPageAssertions
{
    public static PortalPage ShouldBe(this PortalPage page, HttpStatusCode status)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Status.ShouldBe(status, page.ToString());
        return page;
    }

    public static PortalPage ShouldBeOk(this PortalPage page) => page.ShouldBe(HttpStatusCode.OK);

    public static PortalPage ShouldBeNotFound(this PortalPage page) => page.ShouldBe(HttpStatusCode.NotFound);

    public static PortalPage ShouldBeForbidden(this PortalPage page) => page.ShouldBe(HttpStatusCode.Forbidden);

    /// <summary>A form that came back with its errors.</summary>
    public static PortalPage ShouldBeRefused(this PortalPage page) => page.ShouldBe(HttpStatusCode.UnprocessableEntity);

    public static PortalPage ShouldRedirectTo(this PortalPage page, string path)
    {
        ArgumentNullException.ThrowIfNull(page);
        ((int)page.Status).ShouldBeInRange(300, 399, page.ToString());
        page.Location.ShouldBe(path);
        return page;
    }

    public static PortalPage ShouldShow(this PortalPage page, string text)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Text.ShouldContain(text, Case.Sensitive);
        return page;
    }

    public static PortalPage ShouldNotShow(this PortalPage page, string text)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Body.ShouldNotContain(text, Case.Sensitive);
        return page;
    }

    public static PortalPage ShouldHaveHeader(this PortalPage page, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Headers.GetValueOrDefault(name).ShouldBe(value, $"{name} of {page}");
        return page;
    }
}
