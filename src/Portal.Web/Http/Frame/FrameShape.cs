namespace Portal.Web.Http.Frame;

/// <summary>What a layout has around its page.</summary>
/// <param name="Css">Classes of the body.</param>
/// <param name="HasForms">Language, appearance and the session's end: what needs a working session store.</param>
/// <param name="HasMenus">The way to other pages.</param>
/// <param name="IsSide">The navigation stands at the side.</param>
public sealed record FrameShape(string Css, bool HasForms, bool HasMenus, bool IsSide)
{
    public static readonly FrameShape Usual = new("p-page", HasForms: true, HasMenus: true, IsSide: false);

    public static readonly FrameShape Side = new("p-page p-page--admin", HasForms: true, HasMenus: true, IsSide: true);

    /// <summary>Sign-in and its neighbours.</summary>
    public static readonly FrameShape Door = new("p-page p-page--auth", HasForms: true, HasMenus: false, IsSide: false);

    /// <summary>For when much does not work.</summary>
    public static readonly FrameShape Bare = new("p-page", HasForms: false, HasMenus: false, IsSide: false);
}
