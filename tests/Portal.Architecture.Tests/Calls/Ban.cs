using System.Reflection;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>Calls that may be made in no place but the named ones.</summary>
/// <param name="Exempt">Outermost types that may, each for a reason that stands beside it.</param>
internal sealed record Ban(string What, Func<MemberInfo, bool> Matches, params string[] Exempt)
{
    public IEnumerable<string> Offences(IEnumerable<Type> types) =>
        from type in types
        let place = Source.Outermost(type).FullName!
        where !Exempt.Contains(place)
        from method in TypeReferences.Methods(type)
        where MemberReferences.Of(method).Any(Matches)
        select $"{place}.{method.Name}: {What}";

    public static Ban Members(string what, Type declaring, string[] names, params string[] exempt) =>
        new(what, member => member.DeclaringType == declaring && names.Contains(member.Name), exempt);

    public static Ban Types(string what, Type[] types, params string[] exempt) =>
        new(what, member => types.Contains(member as Type ?? member.DeclaringType), exempt);

    public static Ban Named(string what, string[] names, params string[] exempt) =>
        new(what, member => names.Contains(member.Name), exempt);
}
