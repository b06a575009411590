namespace Portal.Web.Domain.Orders.Documents;

/// <summary>Names the texts beside it: the words of documents.</summary>
internal sealed class DocumentText;
