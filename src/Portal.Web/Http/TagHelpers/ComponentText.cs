namespace Portal.Web.Http.TagHelpers;

/// <summary>Marks the texts of the components.</summary>
public sealed class ComponentText;
