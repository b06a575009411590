using System.Reflection;
using System.Reflection.Emit;

namespace Portal.Architecture.Tests.Reflection;

/// <summary>
/// Every member and type that the body of a method names: also what lambdas, iterators and async methods were compiled
/// to, since those are types too.
/// </summary>
internal static class MemberReferences
{
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<MemberInfo> Of(MethodBase method) =>
        method.GetMethodBody()?.GetILAsByteArray() is { } code ? Read(method, code) : [];

    private static IEnumerable<MemberInfo> Read(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var position = 0; position < code.Length;)
        {
            var operation = Operation(code, ref position);
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, position), typeArguments, methodArguments)!;
            }

            position += OperandLength(operation, code, position);
        }
    }

    private static OpCode Operation(byte[] code, ref int position)
    {
        short value = code[position++];
        return Codes[value == TwoByteCode ? (short)(TwoByteCode << 8 | code[position++]) : value];
    }

    private static int OperandLength(OpCode operation, byte[] code, int position) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, position)),
        _ => 4,
    };
}
